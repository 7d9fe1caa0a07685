"""What is due because of what happened, by when and why; always derived, never kept (N5)."""

from olenb.method.due.frame import due

__all__ = ["due"]
