"""The shipped cues, loaded once for all tests of the room."""

import pytest

from appealwriter.base import paths
from appealwriter.notice.cues import Cues, load


@pytest.fixture(scope="session")
def cues() -> Cues:
    return load(paths.resources() / "cues")
