/** Finds the line of a JSON text on which a member stands, such as features[0].impute; of one that is missing, that of what it is missing from. */
export function lineOf(text: string, path: string): number | undefined {
  const wanted = path.split(/[.[\]]+/).filter(Boolean);
  let at = 0;
  let deepest = 0;
  let found: number | undefined;

  const space = () => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  function word(): string {
    const from = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    try {
      return String(JSON.parse(text.slice(from, at)));
    } catch {
      return '';
    }
  }
  /** Reads over a value; depth is how much of the wanted path leads to it, or -1 where it lies elsewhere. */
  function value(depth: number) {
    space();
    const close = text[at] === '{' ? '}' : text[at] === '[' ? ']' : undefined;
    if (close === undefined) {
      if (text[at] === '"') word();
      else while (at < text.length && !/[,\]}\s]/.test(text[at] ?? '')) at++;
      return;
    }
    at++;
    for (let i = 0; at < text.length; i++) {
      space();
      if (text[at] === close) {
        at++;
        return;
      }
      const from = at;
      const name = close === '}' && text[at] === '"' ? word() : String(i);
      space();
      if (close === '}' && text[at] === ':') at++;
      const inner = depth >= 0 && wanted[depth] === name ? depth + 1 : -1;
      if (inner > deepest) {
        deepest = inner;
        space();
        found = close === '}' ? from : at;
      }
      const before = at;
      value(inner);
      space();
      if (text[at] === ',') at++;
      // what is no JSON leads nowhere
      if (at === before) at++;
    }
  }

  value(0);
  return found === undefined ? undefined : text.slice(0, found).split('\n').length;
}
