"""From a Letter to bytes: Word, plain text, web page. Nothing here touches the disk."""
