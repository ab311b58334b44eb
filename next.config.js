// @ts-check
/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ["better-sqlite3", "yjs", "y-protocols", "lib0", "ws"],
  turbopack: {
    resolveAlias: { "next-intl/config": "./app/_i18n/request.ts" },
  },
};
