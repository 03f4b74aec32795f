import type { APIRoute } from 'astro'
import { siteFeed } from '../presentation/feed/places.ts'
import { feedResponse } from '../presentation/feed/respond.ts'

export const GET: APIRoute = () => feedResponse(siteFeed(), 'atom')
