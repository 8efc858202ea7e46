import { apiAddress, type JobsSchemas } from './client';
import { currentKey, onKey } from './key';

/** What is heard of one job, and of all. */
export type JobNews = JobsSchemas['JobEvent'] | JobsSchemas['JobSnapshot'];
export type News = JobNews | JobsSchemas['ClusterMessage'];

/** What is said over the socket about itself. */
interface About {
  type: 'authenticated' | 'subscribed' | 'unsubscribed' | 'pong' | 'heartbeat' | 'error';
  task_id?: string;
  code?: string;
}

type Listener = (news: News) => void;

/** All jobs, in the place of one. */
export const ALL = '*';

const AGAIN = 2_000;
/** Two heartbeats and a half. */
const SILENCE = 38_000;

const listeners = new Map<string, Set<Listener>>();
const watchers = new Set<() => void>();
let socket: WebSocket | undefined;
let live = false;
/** Whether this socket has been told what there is to hear. */
let begun = false;
let heard = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function setLive(next: boolean) {
  if (live === next) return;
  live = next;
  watchers.forEach((watcher) => watcher());
}

export function isLive(): boolean {
  return live;
}

export function onLive(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function say(message: object) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

/** One socket for all that this tab wants to hear: of streams over HTTP a browser allows six at a time, for all tabs together. */
function open() {
  if (socket || listeners.size === 0) return;
  const address = new URL(apiAddress(`/ws/page-${Math.random().toString(36).slice(2)}`));
  address.protocol = address.protocol.replace('http', 'ws');
  const opened = new WebSocket(address);
  socket = opened;
  heard = Date.now();
  opened.onopen = () => {
    if (currentKey()) say({ type: 'authenticate', api_key: currentKey() });
    else begin();
  };
  opened.onmessage = ({ data }) => take(JSON.parse(String(data)) as About | News);
  opened.onclose = () => {
    if (socket === opened) lost();
  };
  watch();
}

function begin() {
  begun = true;
  for (const task of listeners.keys()) say({ type: 'subscribe_task', task_id: task });
}

function lost() {
  socket = undefined;
  begun = false;
  setLive(false);
  clearTimeout(timer);
  timer = setTimeout(open, AGAIN);
}

/** A connection may be gone without anybody saying so. */
function watch() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (Date.now() - heard > SILENCE) {
      socket?.close();
      lost();
    } else watch();
  }, SILENCE / 4);
}

function take(message: About | News) {
  heard = Date.now();
  switch (message.type) {
    case 'authenticated':
      return begin();
    case 'subscribed':
      return setLive(true);
    case 'error':
      // of a job that failed, or of what this page has said; then asking goes on as without a socket
      if ('code' in message) return setLive(live && message.task_id !== undefined);
      break;
    case 'unsubscribed':
    case 'pong':
    case 'heartbeat':
      return;
  }
  const news = message as News;
  if ('job_id' in news) listeners.get(news.job_id)?.forEach((listener) => listener(news));
  if (!('job' in news)) listeners.get(ALL)?.forEach((listener) => listener(news));
}

/** Hears of a job, or of all, until the returned function is called. */
export function listen(task: string, listener: Listener): () => void {
  let all = listeners.get(task);
  if (!all) {
    all = new Set();
    listeners.set(task, all);
    if (begun) say({ type: 'subscribe_task', task_id: task });
  } else if (begun) {
    // a snapshot for the one who has just come
    say({ type: 'unsubscribe_task', task_id: task });
    say({ type: 'subscribe_task', task_id: task });
  }
  all.add(listener);
  open();
  return () => {
    all.delete(listener);
    if (all.size > 0) return;
    listeners.delete(task);
    say({ type: 'unsubscribe_task', task_id: task });
  };
}

// who has just said who he is may hear more
onKey(() => socket?.close());
