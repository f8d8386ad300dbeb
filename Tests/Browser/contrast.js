// Every visible text whose contrast on its ground is below WCAG AA: 4.5 : 1, or 3 : 1 for large type (24 px, or 18.66 px
// bold). Grounds are what the element and those around it are painted with; of a text in a drawing, its halo, or the shape
// under it.
function parse(colour) {
  const numbers = (colour.match(/[\d.]+/g) || []).map(Number);
  return { r: numbers[0] || 0, g: numbers[1] || 0, b: numbers[2] || 0, a: numbers.length > 3 ? numbers[3] : 1 };
}
function over(top, under) {
  const mix = (one, other) => one * top.a + other * (1 - top.a);
  return { r: mix(top.r, under.r), g: mix(top.g, under.g), b: mix(top.b, under.b), a: 1 };
}
function luminance(colour) {
  const part = value => { const share = value / 255; return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b);
}
function ground(element) {
  const layers = [];
  let opacity = 1;
  for (let node = element; node; node = node.parentElement) {
    const style = getComputedStyle(node);
    layers.push(parse(style.backgroundColor));
    opacity *= Number(style.opacity);
    if (node.matches("dialog")) { break; }
  }
  let colour = { r: 255, g: 255, b: 255, a: 1 };
  for (const layer of layers.reverse()) { if (layer.a > 0) { colour = over(layer, colour); } }
  return { colour: colour, opacity: opacity };
}
function drawn(element) {
  const style = getComputedStyle(element);
  const svg = element.ownerSVGElement;
  if (style.paintOrder.startsWith("stroke") && style.stroke !== "none") { return { colour: parse(style.stroke), opacity: 1 }; }
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  let under = ground(svg);
  for (const shape of svg.querySelectorAll("rect, circle, path, text")) {
    if (shape === element) { break; }
    const fill = getComputedStyle(shape).fill;
    const place = shape.getBoundingClientRect();
    const covers = x >= place.left && x <= place.right && y >= place.top && y <= place.bottom;
    if (shape.tagName !== "text" && covers && fill !== "none") { under = { colour: over(parse(fill), under.colour), opacity: 1 }; }
  }
  return under;
}
const found = [];
let count = 0;
let drawings = 0;
const walker = document.createTreeWalker(document.querySelector("dialog[open]") || document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || element.closest("script, style, template, [hidden], title")) { continue; }
  if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) { continue; }
  const style = getComputedStyle(element);
  const isDrawn = element.closest("svg") !== null;
  const under = isDrawn ? drawn(element) : ground(element);
  const ink = parse(isDrawn ? style.fill : style.color);
  if (isDrawn) { drawings += 1; }
  ink.a *= under.opacity;
  const text = luminance(over(ink, under.colour));
  const paper = luminance(under.colour);
  const ratio = (Math.max(text, paper) + 0.05) / (Math.min(text, paper) + 0.05);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  count += 1;
  if (ratio < (isLarge ? 3 : 4.5)) {
    found.push(element.className + " " + element.tagName + " " + walker.currentNode.textContent.trim().slice(0, 30) + " " + ratio.toFixed(2));
  }
}
return { count: count, drawings: drawings, found: Array.from(new Set(found)).slice(0, 12) };
