/** Who may do what in the desk. `平台管理员` may do everything, which Strapi itself sees to. */
import type { UID } from '@strapi/types'

export type Deed = 'create' | 'read' | 'update' | 'delete' | 'publish'

export type Grant = {
  on: UID.ContentType[]
  may: Deed[]
  /** Only these fields may be seen or changed; without it, all. */
  fields?: string[]
}

export type Role = {
  /** Strapi's own codes are kept for the three roles that it ships: it knows them by these. */
  code: string
  name: string
  description: string
  grants: Grant[]
  /** Other permissions: action → conditions. */
  actions: Record<string, string[]>
}

const posts: UID.ContentType[] = [
  'api::article.article',
  'api::speech.speech',
  'api::policy.policy',
  'api::lesson.lesson',
  'api::micropost.micropost',
  'api::representative.representative',
]
const page = 'api::page.page'
const link = 'api::link.link'
const contact = 'api::contact.contact'
const tag = 'api::tag.tag'
const siteSetting = 'api::site-setting.site-setting'
const structure: UID.ContentType[] = [
  'api::column.column',
  'api::topic.topic',
  'api::link-group.link-group',
  tag,
  siteSetting,
]
const wording = 'api::wording.wording'
const everything: UID.ContentType[] = [...posts, page, link, contact, ...structure, wording]

const OWN_ONLY = ['admin::is-creator']

const seeMedia = {
  'plugin::upload.read': [],
  'plugin::upload.assets.download': [],
  'plugin::upload.assets.copy-link': [],
}
/** In the media library the right to change a file is also the right to delete it: for most people, their own files. */
const ownMedia = { ...seeMedia, 'plugin::upload.assets.create': [], 'plugin::upload.assets.update': OWN_ONLY }
const allMedia = { ...ownMedia, 'plugin::upload.assets.update': [] }

/** What readers report is mended by those who answer for what is public. */
const handleReports = { 'admin::reports.handle': [] }

export const SUPER_ADMIN_CODE = 'strapi-super-admin'

export const roles: Role[] = [
  {
    code: SUPER_ADMIN_CODE,
    name: '平台管理员',
    description: '管理平台的全部内容、用户和设置。',
    grants: [],
    actions: {},
  },
  {
    code: 'strapi-author',
    name: '撰稿人',
    description: '撰写和修改各类稿件与页面的草稿，上传图片和附件；不能发布、下线和删除。',
    grants: [
      { on: [...posts, page], may: ['create', 'read', 'update'] },
      { on: [link, contact, ...structure, wording], may: ['read'] },
    ],
    actions: ownMedia,
  },
  {
    code: 'strapi-editor',
    name: '审核人',
    description: '可做三审中的任何一级（同一篇只能审一级）；发布、下线和删除各类内容，安排首页头条，管理标签与媒体库。',
    grants: [
      { on: [...posts, page, link, contact], may: ['create', 'read', 'update', 'delete', 'publish'] },
      { on: [tag], may: ['create', 'update'] },
      { on: [wording], may: ['create', 'read', 'update', 'delete'] },
      { on: [siteSetting], may: ['update'], fields: ['leads'] },
      { on: structure, may: ['read'] },
    ],
    actions: { ...allMedia, ...handleReports },
  },
  {
    code: 'dangjian-review-1',
    name: '责任编辑（初审）',
    description: '负责初审；撰写和修改各类内容，在各级审核通过后发布和下线，管理标签与媒体库。',
    grants: [
      { on: [...posts, page, link, contact], may: ['create', 'read', 'update', 'publish'] },
      { on: [tag], may: ['create', 'update'] },
      { on: [...structure, wording], may: ['read'] },
    ],
    actions: { ...allMedia, ...handleReports },
  },
  {
    code: 'dangjian-review-2',
    name: '部门负责人（复审）',
    description: '负责复审；修改各类内容，在各级审核通过后发布和下线。',
    grants: [
      { on: [...posts, page, link, contact], may: ['read', 'update', 'publish'] },
      { on: [...structure, wording], may: ['read'] },
    ],
    actions: { ...ownMedia, ...handleReports },
  },
  {
    code: 'dangjian-review-3',
    name: '分管领导（终审）',
    description: '负责终审；查看全部内容，不修改稿件，由责任编辑发布。',
    grants: [{ on: everything, may: ['read'] }],
    actions: seeMedia,
  },
  {
    code: 'dangjian-affairs',
    name: '党务人员',
    description: '查看全部内容，维护页面、联系我们、党代表和党建链接；由审核人发布。',
    grants: [
      { on: everything, may: ['read'] },
      { on: [page, contact, 'api::representative.representative', link], may: ['create', 'update'] },
    ],
    actions: ownMedia,
  },
  {
    code: 'dangjian-analyst',
    name: '数据分析员',
    description: '查看全部内容，不能修改。',
    grants: [{ on: everything, may: ['read'] }],
    actions: seeMedia,
  },
]
