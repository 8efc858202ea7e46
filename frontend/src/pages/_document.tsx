import { Head, Html, Main, NextScript } from 'next/document';

export default function Document() {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        {/* where the API is, if not where the page comes from; whoever serves the page from elsewhere fills it in */}
        <meta name="exoscout-api" content={process.env.EXOSCOUT_API ?? ''} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* deferred, it would come after the first paint */}
        <script src="/theme.js" />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
