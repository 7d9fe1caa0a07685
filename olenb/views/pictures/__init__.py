"""The map and the routes: what they show, where everything stands, and the same in words."""

from olenb.views.pictures.map_layout import layout_map
from olenb.views.pictures.model import Circle, Contact, Introducer, Map, Routes, Target, Way

__all__ = [
    "Circle",
    "Contact",
    "Introducer",
    "Map",
    "Routes",
    "Target",
    "Way",
    "layout_map",
]
