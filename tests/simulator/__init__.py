"""Tests of the stand-in upstream: what it generates, serves and breaks on command."""
