"""Tests of the API: tokens, its document, its promises."""
