/**
 * A static export that any server of files can serve. Built with webpack: Turbopack puts scripts into the
 * pages themselves, which the page's Content-Security-Policy forbids.
 */
export default {
  output: 'export',
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // npm test looks at the types; whoever only wants to run ExoScout need not wait for that
  typescript: { ignoreBuildErrors: true },
  // the same sources give the same addresses, so that a rebuilt page leaves caches as they are
  generateBuildId: () => 'page',
};
