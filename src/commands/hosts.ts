/** What a host of sites asks for. See decision 68. */
export type Host = {
  /** The file by which it builds the site itself, in the writer’s folder. */
  readonly file: { readonly path: string; readonly text: (about: { readonly name: string }) => string }
  /** Which files it looks for in the site. */
  readonly inSite: 'nojekyll' | 'headers' | 'nothing'
  /** What the writer does then, a line each. */
  readonly next: (address: string) => readonly string[]
}

export const hostNames = ['github', 'gitlab', 'netlify', 'cloudflare'] as const

export type HostName = (typeof hostNames)[number]

export const hosts: Readonly<Record<HostName, Host>> = {
  // https://docs.github.com/en/pages/getting-started-with-github-pages/using-custom-workflows-with-github-pages
  github: {
    file: { path: '.github/workflows/publish.yml', text: () => githubWorkflow },
    inSite: 'nojekyll',
    next: (address) => [
      'On GitHub, under Settings › Pages, choose “GitHub Actions” as the source.',
      ...(isOf('github.io', address) ? [] : [`There too, give ${new URL(address).hostname} as the custom domain.`]),
      'Commit and push to the branch “main”: the site is built and published each time.',
    ],
  },
  // https://docs.gitlab.com/user/project/pages/
  gitlab: {
    file: { path: '.gitlab-ci.yml', text: () => gitlabPipeline },
    inSite: 'nothing',
    next: (address) => [
      ...(isOf('gitlab.io', address) ? [] : [`On GitLab, under Deploy › Pages, add the domain ${new URL(address).hostname}.`]),
      'Commit and push to the default branch: the site is built and published each time.',
    ],
  },
  // https://docs.netlify.com/build/configure-builds/file-based-configuration/
  netlify: {
    file: { path: 'netlify.toml', text: () => netlifySettings },
    inSite: 'headers',
    next: () => ['Commit and push, and import the repository at https://app.netlify.com: the site is built and published each time.'],
  },
  // https://developers.cloudflare.com/pages/functions/wrangler-configuration/
  cloudflare: {
    file: { path: 'wrangler.jsonc', text: cloudflareSettings },
    inSite: 'headers',
    next: () => [
      'Commit and push, and connect the repository at https://dash.cloudflare.com under Workers & Pages › Pages.',
      'Give “npx pamphlet build --for cloudflare” as the build command: the site is built and published each time.',
    ],
  },
}

const isOf = (domain: string, address: string) => new URL(address).hostname.endsWith(`.${domain}`)

/** Actions are named by the commits of their releases, which nobody can move. */
const githubWorkflow = `name: Publish
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx pamphlet build --for github
      - uses: actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0
      - uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with:
          path: dist
      - id: deployment
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`

const gitlabPipeline = `pages:
  image: node:24
  stage: deploy
  script:
    - npm ci
    - npx pamphlet build --for gitlab
    - mv dist public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`

const netlifySettings = `[build]
  command = "npx pamphlet build --for netlify"
  publish = "dist"

[build.environment]
  NODE_VERSION = "24"
`

function cloudflareSettings({ name }: { readonly name: string }): string {
  return `${JSON.stringify({ name, compatibility_date: '2026-11-01', pages_build_output_dir: './dist' }, null, 2)}\n`
}
