const DRAWN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'opacity', 'fill-opacity'];

const MARGIN = 12;

/**
 * A figure as a file that stands by itself: the colours it has on the page, on their background, and under it in
 * words what it is and which model it is of.
 */
export function standalone(svg: SVGSVGElement, title: string, source: string): string {
  const box = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const shown = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, i) => {
    const original = shown[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of DRAWN) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'none' && value !== 'normal') element.setAttribute(name, value);
      if (value === 'none') element.setAttribute(name, 'none');
    }
    element.removeAttribute('class');
  });
  const page = getComputedStyle(svg.closest('.card') ?? document.documentElement);
  const width = box.width + 2 * MARGIN;
  const height = box.height + 2 * MARGIN + 44;
  const font = 'font-family="sans-serif"';
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${page.backgroundColor}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 12}" ${font} font-size="14" font-weight="600" fill="${page.color}">${escaped(title)}</text>`,
    `<g transform="translate(${MARGIN} ${MARGIN + 22})">${inside(copy)}</g>`,
    `<text x="${MARGIN}" y="${height - 8}" ${font} font-size="9" fill="${page.color}">${escaped(source)}</text>`,
    '</svg>',
  ];
  return parts.join('');
}

/** As XML, which has no names for characters that HTML has one for. */
function inside(element: Element): string {
  const writer = new XMLSerializer();
  return [...element.childNodes].map((child) => writer.serializeToString(child)).join('');
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

/** Dots of a picture for each of the page. */
const DENSITY = 2;

export async function picture(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * DENSITY;
  canvas.height = image.height * DENSITY;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}
