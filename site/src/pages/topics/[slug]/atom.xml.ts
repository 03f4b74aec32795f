import type { APIRoute } from 'astro'
import { staticPaths } from '../../../content/static-paths.ts'
import { gatheringFeed } from '../../../presentation/feed/places.ts'
import { feedResponse } from '../../../presentation/feed/respond.ts'

export const getStaticPaths = () => staticPaths('topicFeed')

export const GET: APIRoute = ({ params: { slug = '' } }) => feedResponse(gatheringFeed('topic', slug), 'atom')
