"""What is read of the assets bodies, naming only the fields we use; the rest is passed over."""

from __future__ import annotations

import msgspec


class Images(msgspec.Struct):
    """Addresses of a hero's pictures."""

    icon_hero_card: str | None = None
    icon_hero_card_webp: str | None = None
    icon_image_small: str | None = None
    icon_image_small_webp: str | None = None
    minimap_image: str | None = None
    minimap_image_webp: str | None = None


class HeroBody(msgspec.Struct):
    """One hero."""

    id: int
    name: str
    images: Images | None = None


class ItemBody(msgspec.Struct):
    """One item of the shop, ability or gun."""

    id: int
    name: str
    class_name: str = ""
    type: str | None = None
    kind: str | None = None
    item_slot_type: str | None = None
    slot: str | None = None
    item_tier: int | None = None
    tier: int | None = None
    cost: int | None = None
    component_items: list[str] | None = None
    components: list[str] | None = None


class RankBody(msgspec.Struct):
    """One rank."""

    tier: int
    name: str
