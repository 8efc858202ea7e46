import { fileURLToPath } from 'node:url';

/**
 * A static export that any server of files can serve. Built with webpack: Turbopack puts scripts into the
 * pages themselves, which the page's Content-Security-Policy forbids.
 */
export default {
  // bundled where pages are rendered as well, so that they know compiled words there
  transpilePackages: ['use-intl'],
  webpack(config) {
    config.module.rules.push({ test: /[\\/]src[\\/]i18n[\\/].+\.json$/, use: fileURLToPath(new URL('scripts/compiled-words.mjs', import.meta.url)) });
    config.resolve.alias['use-intl/format-message$'] = 'use-intl/format-message/format-only';
    return config;
  },
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
