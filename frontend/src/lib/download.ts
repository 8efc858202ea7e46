import { apiAddress } from '@/api/client';
import { currentKey } from '@/api/key';
import { ApiProblem, asProblem } from '@/api/problem';

import { save } from './save';

/** A file of the API; asked for with the key, which a plain link can not carry. */
export async function download(path: string, name: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch(apiAddress(path), { headers: currentKey() ? { 'X-API-Key': currentKey() } : {} });
  } catch (failure) {
    throw asProblem(failure);
  }
  if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})));
  const blob = await response.blob();
  save(name, blob.type, blob);
}
