"""LINE 1: making and keeping the function book."""
