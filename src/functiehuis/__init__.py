"""Functiehuis: HR21-style function books of Dutch public employers, read, checked, compared and kept."""

__version__ = "0.1.0"
