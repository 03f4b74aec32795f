/** A sender as a process of its own, to be killed: tells everybody of everything, until nobody is behind. */
import { openAnnouncements } from '../announcements.ts'
import type { ReadPosts } from '../current-posts.ts'
import { openPushDatabase } from '../database.ts'
import { createDelivery } from '../deliver.ts'
import { pushKeyFrom } from '../key.ts'
import { createSender } from '../sender.ts'
import { servicesFrom } from '../services.ts'
import { openSubscriptions } from '../subscriptions.ts'

const [file = '', origin = '', privateKey = ''] = process.argv.slice(2)
const database = openPushDatabase(file)
const settings = { key: pushKeyFrom(privateKey), contact: 'mailto:dj@example.edu.cn', services: servicesFrom(origin) }
const { deliver, close } = createDelivery(settings)
const readPosts: ReadPosts = (announcements) =>
  announcements.map(({ id, documentId }) => ({
    ...{ id, key: documentId, title: documentId, address: '/news/a/', column: '要闻', columnAddress: '/news/' },
    ...{ columnId: 'news', module: 'portal' },
  }))
const [announcements, subscriptions] = [openAnnouncements(database), openSubscriptions(database)]
const logger = { info: () => undefined }
await createSender({ announcements, subscriptions, readPosts, deliver, logger }).round(new AbortController().signal)
close()
database.close()
