import { apiAddress } from './client';
import { askForKey, currentKey } from './key';

/** Something that was told as a server-sent event. */
export interface Told {
  event: string;
  data: string;
}

export type Hearing = 'connecting' | 'live' | 'lost';

const AGAIN = 2_000;
/** Two comments and a half, which come every 15 s where there is nothing to tell. */
const SILENCE = 38_000;

/** What of a text has been told as a whole, and the rest that is still to come. */
export function toldIn(text: string): { told: Told[]; rest: string } {
  const parts = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = parts.pop() ?? '';
  const told = parts.flatMap((part) => {
    const fields = part.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line));
    const of = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2] ?? ''] : []));
    const data = of('data');
    return data.length === 0 ? [] : [{ event: of('event')[0] ?? 'message', data: data.join('\n') }];
  });
  return { told, rest };
}

/**
 * Listens at an address until the returned function is called, again after each end. Not by EventSource, which can send no key.
 * Nobody listens in a tab that is not seen: a browser allows six such connections, for all tabs together.
 */
export function follow(path: string, hear: (told: Told) => void, turn: (hearing: Hearing) => void): () => void {
  let gone = false;
  let open: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(own: AbortController) {
    let silence: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => own.abort(), SILENCE);
    };
    alive();
    try {
      const response = await fetch(apiAddress(path), { signal: own.signal, cache: 'no-store', headers: { Accept: 'text/event-stream', ...(currentKey() && { 'X-API-Key': currentKey() }) } });
      if (response.status === 401) askForKey();
      if (!response.ok || !response.body) return response.status >= 500 || response.status === 429;
      turn('live');
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = ''; ; ) {
        const { done, value } = await reader.read();
        if (done) return true;
        alive();
        const { told, rest } = toldIn(text + value);
        text = rest;
        told.forEach(hear);
      }
    } catch {
      // whatever ended it, one asks again
      return true;
    } finally {
      clearTimeout(silence);
    }
  }

  async function listen() {
    clearTimeout(timer);
    if (open || gone || document.hidden) return;
    const own = new AbortController();
    open = own;
    const worthwhile = await read(own);
    if (open === own) open = undefined;
    if (gone) return;
    turn('lost');
    // who was refused is refused again, until he has another key
    if (worthwhile) timer = setTimeout(() => void listen(), AGAIN);
  }

  function seen() {
    if (document.hidden) open?.abort();
    else void listen();
  }

  document.addEventListener('visibilitychange', seen);
  void listen();
  return () => {
    gone = true;
    clearTimeout(timer);
    open?.abort();
    document.removeEventListener('visibilitychange', seen);
  };
}
