// Which of the page's shapes stands for what.

export const SHAPES = { Guardian: "triangle", Walker: "square", "Base Guardians": "diamond", Shrine: "hexagon", Patron: "star", "Mid boss": "circle" };

export const shapeOf = (kind) => SHAPES[kind.replace("Weakened ", "")];
