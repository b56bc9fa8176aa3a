"""From a Case to a Letter: sentences are planned first and worded after."""
