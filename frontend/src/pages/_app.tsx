import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { AppProps } from 'next/app';
import Head from 'next/head';
import { useMemo, useState } from 'react';

import { asProblem } from '@/api/problem';
import { LanguageProvider } from '@/i18n/language';
import '@/style.css';
import { Shell } from '@/ui/shell';

export default function App({ Component, pageProps }: AppProps) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            // a page on this machine has its API even where the browser believes itself offline
            networkMode: 'always',
            retry: (failures, error) => asProblem(error).passing && failures < 2,
            retryDelay: 700,
            staleTime: 1_000,
          },
          mutations: { networkMode: 'always' },
        },
      }),
  );
  // a change of the address is the affair of those who read it
  const page = useMemo(() => <Component {...pageProps} />, [Component, pageProps]);
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Head>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
        </Head>
        <Shell>{page}</Shell>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
