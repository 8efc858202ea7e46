import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';

import { asked, orchestratorApi, type OrchestratorSchemas } from '@/api/client';

export type Inspection = OrchestratorSchemas['InspectedTable'];
export type Params = OrchestratorSchemas['TrainingParams'];

interface Sent {
  file: File;
  params: Params;
}

function form({ file, params }: Sent): FormData {
  const fields = new FormData();
  fields.set('params', JSON.stringify(params));
  fields.set('file', file);
  return fields;
}

/** The client types the file as the text that JSON schema has for it; what is sent is a form. */
function body(sent: Sent) {
  return { body: sent as unknown as { file: string }, bodySerializer: () => form(sent) };
}

/** What would be made of a table. Nothing is stored and nothing is queued. */
export function useInspection(file: File | undefined, params: Params) {
  return useQuery({
    queryKey: ['inspection', file && `${file.name} ${file.size} ${file.lastModified}`, params],
    queryFn: ({ signal }) =>
      asked(
        orchestratorApi.POST('/exo-scout-orchestrator/inspect', {
          signal,
          params: { query: { profile: true } },
          ...body({ file: file as File, params }),
        }),
      ) as Promise<Inspection>,
    enabled: file !== undefined,
    placeholderData: (before, query) => (query?.queryKey[1] === (file && `${file.name} ${file.size} ${file.lastModified}`) ? keepPreviousData(before) : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Sends the table to be trained on; the answer is the same whether the job is new or known. */
export function useUpload() {
  return useMutation({
    mutationFn: (sent: Sent) => asked(orchestratorApi.POST('/exo-scout-orchestrator', body(sent))) as Promise<{ job_id: string }>,
  });
}
