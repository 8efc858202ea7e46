import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { asked, streamsApi, type ListedStreams, type StreamSchemas } from './client';
import { follow, type Hearing } from './events';
import { useKey } from './key';
import { pace } from './queries';

/** One whose definition this version of the service refuses has no name. */
export type ListedStream = Omit<ListedStreams[number], 'name' | 'algorithm' | 'learned_at'> & { name?: string; algorithm?: string; learned_at?: string };
/** Why something can not go on for now, where the service tells that. */
export type Trouble = string | { reason: string; since?: string; times?: number };
export type Stream = Omit<StreamSchemas['StreamView'], 'trouble' | 'replay' | 'retraining'> & { trouble?: Trouble; replay?: StreamSchemas['ReplayView'] & { trouble?: string }; retraining?: AskedTraining[] };
export type StreamDefinition = StreamSchemas['StreamDocument'];
/** What came of a change that was noticed, where changes ask for trainings. */
export type AskedTraining = Omit<StreamSchemas['AskedTraining'], 'job' | 'rows' | 'reason'> & { job?: string; rows?: number; reason?: string };
export type Snapshot = StreamSchemas['StreamSnapshot'];
export type ReplayAnswer = StreamSchemas['ReplayAnswer'];

export interface CalibrationBin {
  from: number;
  to: number;
  labels: number;
  predicted: number;
  observed: number;
}

/** How good predictions were by some labels; without labels, nothing of it is there. */
export interface Quality {
  labels: number;
  positives?: number;
  accuracy?: number;
  log_loss?: number;
  roc_auc?: number;
  brier?: number;
  calibration_error?: number;
  calibration?: CalibrationBin[];
  majority_accuracy?: number;
  majority_log_loss?: number;
  majority_brier?: number;
  no_change_accuracy?: number;
}

/** Of a document that says no more than that it is an object. */
export interface Metrics {
  seq: number;
  labels: number;
  awaited: number;
  whole: Quality;
  last: Quality;
  fading: Quality;
  drifts: number;
  counts?: Record<string, number>;
  marks?: { seq: number; time: number; label: number; detector: string }[];
  remarks?: { seq: number; line: number; fate: string; reason: string }[];
  weights?: { input: string; weight: number }[];
}

/** How a stream stands, and stood; now is missing before it has learned from anything. */
export interface StreamCourse {
  now: Metrics | undefined;
  points: Metrics[];
}

const SOON = 1_000;
const LATER = 5_000;
/** Points of the curve that are asked for at a time. */
const PAGE = 1_000;
/** Entries between two points of the curve, and up to how many points one takes what one hears. */
const APART = 500;
const FEW = 120;

export function useStreams() {
  return useQuery({
    queryKey: ['streams'],
    queryFn: ({ signal }) => asked(streamsApi.GET('/exo-scout-streams', { signal })) as Promise<ListedStream[]>,
    refetchInterval: pace<ListedStream[]>(() => LATER),
  });
}

/** Whether it will look different in a moment. */
function isMoving(stream: Stream): boolean {
  return stream.state === 'running' && (stream.lag > 0 || stream.replay !== undefined);
}

export function useStream(id: string | undefined) {
  return useQuery({
    queryKey: ['stream', id],
    queryFn: ({ signal }) => asked(streamsApi.GET('/exo-scout-streams/{id}', { signal, params: { path: { id: id ?? '' } } })) as Promise<Stream>,
    enabled: Boolean(id),
    refetchInterval: pace<Stream>((stream) => (stream !== undefined && isMoving(stream) ? SOON : LATER)),
  });
}

export function useSnapshots(id: string) {
  return useQuery({
    queryKey: ['stream snapshots', id],
    queryFn: ({ signal }) => asked(streamsApi.GET('/exo-scout-streams/{id}/snapshots', { signal, params: { path: { id } } })) as Promise<Snapshot[]>,
  });
}

/** A stream that has told nothing yet tells of nothing. */
function told(now: unknown): Metrics | undefined {
  return typeof now === 'object' && now !== null && 'seq' in now ? (now as Metrics) : undefined;
}

async function course(id: string, signal: AbortSignal): Promise<StreamCourse> {
  const points: Metrics[] = [];
  for (;;) {
    const page = (await asked(streamsApi.GET('/exo-scout-streams/{id}/metrics', { signal, params: { path: { id }, query: { after: points.at(-1)?.seq ?? 0, limit: PAGE, format: 'json' } } }))) as { now?: unknown; points?: Metrics[] };
    points.push(...(page.points ?? []));
    if ((page.points ?? []).length < PAGE) return { now: told(page.now), points };
  }
}

/** What was known, and what is heard; a stream that was taken back forgets what came after. */
export function withNews(before: StreamCourse, now: Metrics): StreamCourse {
  const points = before.points.filter((point) => point.seq < now.seq);
  const last = points.at(-1)?.seq ?? 0;
  return { now, points: now.seq - last >= APART || points.length < FEW ? [...points, now] : points };
}

/** The metrics of a stream as they are heard; where nothing is heard, as they are asked for. */
export function useStreamCourse(id: string) {
  const client = useQueryClient();
  const { key } = useKey();
  const [hearing, setHearing] = useState<Hearing>('connecting');
  useEffect(() => {
    setHearing('connecting');
    return follow(
      `/exo-scout-streams/${encodeURIComponent(id)}/metrics/events`,
      ({ event, data }) => {
        const now = event === 'metrics' ? told(JSON.parse(data)) : undefined;
        if (now) client.setQueryData<StreamCourse>(['stream course', id], (before) => before && withNews(before, now));
      },
      setHearing,
    );
  }, [client, id, key]);
  const query = useQuery({
    queryKey: ['stream course', id],
    queryFn: ({ signal }) => course(id, signal),
    refetchInterval: pace<StreamCourse>(() => (hearing === 'live' ? false : LATER)),
  });
  return { ...query, hearing };
}

/** Lets everything that shows a stream look again. */
function useStreamChanged(id: string) {
  const client = useQueryClient();
  return (stream?: Stream) => {
    if (stream) client.setQueryData(['stream', id], stream);
    return client.invalidateQueries({ predicate: ({ queryKey: [kind, of] }) => kind === 'streams' || (['stream', 'stream course', 'stream snapshots'].includes(String(kind)) && of === id) });
  };
}

/** What can be done to a stream as a whole. */
export function useStreamMoves(id: string) {
  const changed = useStreamChanged(id);
  const params = { path: { id } };
  return {
    pause: useMutation({ mutationFn: () => asked(streamsApi.POST('/exo-scout-streams/{id}/pause', { params })) as Promise<Stream>, onSuccess: changed }),
    resume: useMutation({ mutationFn: () => asked(streamsApi.POST('/exo-scout-streams/{id}/resume', { params })) as Promise<Stream>, onSuccess: changed }),
    snapshot: useMutation({ mutationFn: () => asked(streamsApi.POST('/exo-scout-streams/{id}/snapshot', { params })) as Promise<Snapshot>, onSuccess: () => changed() }),
    endReplay: useMutation({ mutationFn: () => asked(streamsApi.DELETE('/exo-scout-streams/{id}/replay', { params })) as Promise<Stream>, onSuccess: changed }),
    removeSnapshot: useMutation({ mutationFn: (seq: number) => asked(streamsApi.DELETE('/exo-scout-streams/{id}/snapshots/{seq}', { params: { path: { id, seq } } })), onSuccess: () => changed() }),
    rollBack: useMutation({ mutationFn: (seq: number) => asked(streamsApi.POST('/exo-scout-streams/{id}/rollback', { params: { path: { id }, query: { seq } } })) as Promise<Stream>, onSuccess: changed }),
  };
}

/** Removes a stream; whoever shows it should be gone by the time it is. */
export function useStreamRemoval(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => asked(streamsApi.DELETE('/exo-scout-streams/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['streams'] }),
  });
}

/** Defines a stream by a definition as it was written: the service says what is wrong with it. */
export function useDefining() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => asked(streamsApi.POST('/exo-scout-streams', { body: text as unknown as StreamDefinition, bodySerializer: () => text, headers: { 'Content-Type': 'application/json' } })) as Promise<Stream>,
    onSuccess: () => client.invalidateQueries({ queryKey: ['streams'] }),
  });
}

export interface Replayed {
  file: File;
  /** How many times as fast as it happened; left out, as fast as it goes. */
  speed: number | undefined;
  sort: boolean;
}

/** In what form a file has its events, by its name; a packed one like that inside. */
export function formOf(name: string): 'text/csv' | 'application/json' | 'application/x-ndjson' {
  const bare = name.toLowerCase().replace(/\.gz(ip)?$/, '');
  if (/\.(ndjson|jsonl)$/.test(bare)) return 'application/x-ndjson';
  return bare.endsWith('.json') ? 'application/json' : 'text/csv';
}

export function useReplay(id: string) {
  const changed = useStreamChanged(id);
  return useMutation({
    mutationFn: ({ file, speed, sort }: Replayed) =>
      asked(
        streamsApi.POST('/exo-scout-streams/{id}/replay', {
          params: { path: { id }, query: { speed, sort } },
          body: file as unknown as [],
          bodySerializer: () => file,
          headers: { 'Content-Type': formOf(file.name) },
        }),
      ) as Promise<ReplayAnswer>,
    onSuccess: () => changed(),
  });
}
