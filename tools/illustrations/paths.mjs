/** Elements that need more than paths to draw; the few drawings with one of them are left out. */
const TOO_MUCH = /<(use|mask)|stroke=/;
/** Gradients, soft shadows, and the frame that cuts off at the edge of the drawing, as the edge of a sprite does too. */
const DEFINITIONS = /<defs>.*?<\/defs>/gs;

/** A drawing as a list of [fill, path, opacity, even-odd], or undefined where it is no list of paths. */
export function pathsOf(body) {
  if (TOO_MUCH.test(body)) return undefined;
  const gradients = gradientsOf(body);
  const paths = [];
  const groups = [];
  for (const [, end, tag, text] of body.replace(DEFINITIONS, '').matchAll(/<(\/?)(\w+)([^>]*?)\/?>/g)) {
    if (tag === 'g') {
      if (end) groups.pop();
      else groups.push(attributes(text));
      continue;
    }
    const own = { ...Object.assign({}, ...groups), ...attributes(text) };
    // A soft shadow is left out.
    if (own.filter) continue;
    const d = outlineOf(tag, own);
    const fill = own.fill === 'none' ? undefined : long(gradients.get(own.fill) ?? own.fill ?? '#000000');
    if (!d || !fill) return undefined;
    const opacity = Number(own.opacity ?? 1);
    const rule = own['fill-rule'] === 'evenodd';
    paths.push(rule || opacity !== 1 ? [fill, d, opacity, rule ? 1 : 0] : [fill, d]);
  }
  return paths;
}

/** The fill that names a gradient, and the colour that the gradient begins with. */
function gradientsOf(body) {
  const found = body.matchAll(/<(?:linear|radial)Gradient[^>]*id="([^"]+)".*?stop-color="([^"]+)"/gs);
  return new Map([...found].map(([, id, colour]) => [`url(#${id})`, colour]));
}

function attributes(text) {
  return Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

function outlineOf(tag, own) {
  if (tag === 'path') return own.transform ? undefined : own.d;
  const number = (name) => Number(own[name] ?? 0);
  const matrix = matrixOf(own.transform);
  const at = ([x, y]) => `${matrix[0] * x + matrix[2] * y + matrix[4]} ${matrix[1] * x + matrix[3] * y + matrix[5]}`;
  if (tag === 'circle' || tag === 'ellipse') {
    const [x, y, rx, ry] = [number('cx'), number('cy'), number('rx') || number('r'), number('ry') || number('r')];
    // Four curves; 0.5523 of the radius puts their handles where they are nearest to an ellipse.
    const curve = (...points) => `C${points.map(([left, top]) => at([x + left * rx, y + top * ry])).join(' ')}`;
    const k = 0.5523;
    return (
      `M${at([x + rx, y])}` +
      curve([1, k], [k, 1], [0, 1]) +
      curve([-k, 1], [-1, k], [-1, 0]) +
      curve([-1, -k], [-k, -1], [0, -1]) +
      curve([k, -1], [1, -k], [1, 0]) +
      'Z'
    );
  }
  if (tag === 'rect') {
    const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')];
    const corners = [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    return `M${corners.map(at).join('L')}Z`;
  }
  return undefined;
}

function matrixOf(transform) {
  const [, name, list] = /^(\w+)\(([^)]*)\)$/.exec(transform ?? '') ?? [];
  const values = (list ?? '').split(/[\s,]+/).map(Number);
  if (name === 'matrix') return values;
  if (name === 'translate') return [1, 0, 0, 1, values[0], values[1] ?? 0];
  if (name === 'rotate') {
    const [degrees, x = 0, y = 0] = values;
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
  }
  return [1, 0, 0, 1, 0, 0];
}

/** `#abc` as `#aabbcc`; names as their colour. */
function long(fill) {
  if (fill === 'white') return '#ffffff';
  if (fill === 'black') return '#000000';
  if (/^#[0-9a-f]{3}$/i.test(fill)) return fill.replace(/[0-9a-f]/gi, '$&$&').toLowerCase();
  return /^#[0-9a-f]{6}$/i.test(fill) ? fill.toLowerCase() : undefined;
}
