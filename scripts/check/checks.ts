/** What `npm run check` looks at before the tests; scripts are from node_modules. */
export type Check = { title: string; script: string; args: readonly string[]; cwd?: string }

const types = (project: string, what: string): Check => ({
  title: `类型：${what}`,
  script: 'typescript/bin/tsc',
  args: ['--noEmit', '-p', project],
})

export const checks: readonly Check[] = [
  { title: '格式与写法', script: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  types('cms', '内容管理'),
  types('cms/src/admin', '管理台界面'),
  types('cms/import', '导入'),
  types('cms/audit', '审计命令'),
  types('cms/members', '名册命令'),
  types('cms/seed', '示例内容'),
  types('cms/tests', '接口测试'),
  types('scripts', '命令'),
  {
    title: '类型：门户',
    script: 'astro/bin/astro.mjs',
    args: ['check', '--minimumFailingSeverity', 'warning'],
    cwd: 'site',
  },
  {
    title: '模块边界',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'cms', 'site', 'scripts'],
  },
]
