"""What is known about each platform and reason, loaded from readable files."""
