import type { APIRoute } from 'astro'
import { staticPaths } from '../../content/static-paths.ts'
import { sectionFeed } from '../../presentation/feed/places.ts'
import { feedResponse } from '../../presentation/feed/respond.ts'

export const getStaticPaths = () => staticPaths('sectionFeed')

export const GET: APIRoute = ({ params: { section = '' } }) => feedResponse(sectionFeed(section), 'json')
