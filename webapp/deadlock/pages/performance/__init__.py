"""The Performance tab: tables of all twelve over a stretch, and one player in full."""

from webapp.deadlock.pages.performance.page import (
    PERFORMANCE,
    PerformancePage,
    performance_measures,
    performance_page,
)

__all__ = ["PERFORMANCE", "PerformancePage", "performance_measures", "performance_page"]
