"""The map and the routes: what they show, where everything stands, and the same in words."""

from olenb.views.pictures.describe import Description, describe_map, describe_routes
from olenb.views.pictures.details import Detail
from olenb.views.pictures.map_layout import layout_map
from olenb.views.pictures.model import Circle, Contact, Introducer, Map, Routes, Target, Way
from olenb.views.pictures.routes_layout import layout_routes

__all__ = [
    "Circle",
    "Contact",
    "Description",
    "Detail",
    "Introducer",
    "Map",
    "Routes",
    "Target",
    "Way",
    "describe_map",
    "describe_routes",
    "layout_map",
    "layout_routes",
]
