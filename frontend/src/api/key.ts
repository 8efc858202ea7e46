import { useSyncExternalStore } from 'react';

/** The API key of this tab. It is kept no longer than the tab, and never in an address. */
const NAME = 'exoscout-key';

interface KeyState {
  key: string;
  /** Whether the API asked for a key, or did not like the one it got. */
  wanted: boolean;
}

let state: KeyState = { key: '', wanted: false };
const NOTHING: KeyState = { key: '', wanted: false };
const listeners = new Set<() => void>();

if (typeof window !== 'undefined') {
  state = { key: window.sessionStorage.getItem(NAME) ?? '', wanted: false };
}

function change(next: KeyState) {
  state = next;
  listeners.forEach((listener) => listener());
}

export function currentKey(): string {
  return state.key;
}

export function askForKey() {
  if (!state.wanted) change({ ...state, wanted: true });
}

export function dismissKey() {
  change({ ...state, wanted: false });
}

export function keepKey(key: string) {
  window.sessionStorage.setItem(NAME, key);
  change({ key, wanted: false });
}

/** Tells when the key has changed. */
export function onKey(listener: () => void) {
  let before = state.key;
  listeners.add(() => {
    if (state.key !== before) {
      before = state.key;
      listener();
    }
  });
}

export function useKey(): KeyState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
    () => NOTHING,
  );
}
