"""Đồng Hành Số: walks citizens through online public services and brings staff when stuck."""

__version__ = "0.1.0"
