import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { answered, asked, catalogApi, type CatalogSchemas } from './client';

export type Planet = CatalogSchemas['Planet'];
export type ImportReport = CatalogSchemas['ImportReport'];

const PAGE = 10_000;

/** What is listed, filtered and drawn; the rest comes with a planet that is looked at. */
const FIELDS =
  'nombre,tipo,distancia_ly,hostname,discoverymethod,disc_year,disc_facility,pl_controv_flag,pl_orbper,pl_orbperlim,pl_rade,pl_radelim,pl_radeerr1,pl_bmasse,pl_bmasselim,pl_bmassprov,ra,dec';

/** All planets of the catalogue, in short, by name. */
export function usePlanets() {
  return useQuery({
    queryKey: ['planets'],
    queryFn: async ({ signal }) => {
      const rows: Planet[] = [];
      for (;;) {
        const { data, response } = await answered(
          catalogApi.GET('/get-exoplanets', { signal, params: { query: { limit: PAGE, cursor: String(rows.length), sort: 'nombre', fields: FIELDS } } }),
        );
        rows.push(...data);
        if (rows.length >= Number(response.headers.get('X-Total-Count') ?? 0) || data.length === 0) return rows;
      }
    },
    staleTime: 30_000,
  });
}

/** All that is known of one planet. */
export function usePlanet(id: string | undefined) {
  return useQuery({
    queryKey: ['planet', id],
    queryFn: ({ signal }) => asked(catalogApi.GET('/get-exoplanets/{id}', { signal, params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    staleTime: 30_000,
  });
}

export function useCatalogueChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: (query) => ['planets', 'planet'].includes(String(query.queryKey[0])) });
}

interface Sent {
  file: File;
  /** Only look: nothing is written. */
  dry: boolean;
}

/** Sends the archive's table; the client types the file as the text that JSON schema has for it. */
export function useImport() {
  const changed = useCatalogueChanged();
  return useMutation({
    mutationFn: ({ file, dry }: Sent) => {
      const form = new FormData();
      form.set('file', file);
      return asked(catalogApi.POST('/get-exoplanets/import', { params: { query: { dry_run: dry } }, body: { file: '' }, bodySerializer: () => form }));
    },
    onSuccess: (_, { dry }) => (dry ? undefined : changed()),
  });
}
