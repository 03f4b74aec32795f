/** Every scene by the name of its picture. */

import { award } from './award.ts'
import { bridge } from './bridge.ts'
import { bus } from './bus.ts'
import { campusGate } from './campus-gate.ts'
import { campusMap } from './campus-map.ts'
import { classroom } from './classroom.ts'
import { community } from './community.ts'
import { dormitory } from './dormitory.ts'
import { drone } from './drone.ts'
import { exhibition } from './exhibition.ts'
import { laboratory } from './laboratory.ts'
import { lectureHall } from './lecture-hall.ts'
import { library } from './library.ts'
import { meetingRoom } from './meeting-room.ts'
import { nightSchool } from './night-school.ts'
import { railway } from './railway.ts'
import { reading } from './reading.ts'
import { retired } from './retired.ts'
import { road } from './road.ts'
import { seminar } from './seminar.ts'
import { spring } from './spring.ts'
import { sunrise } from './sunrise.ts'
import { survey } from './survey.ts'
import { tollPlaza } from './toll-plaza.ts'
import { tunnel } from './tunnel.ts'
import { village } from './village.ts'
import { volunteers } from './volunteers.ts'
import { welding } from './welding.ts'
import { workshop } from './workshop.ts'

export const scenes: Record<string, () => string> = {
  award,
  bridge,
  bus,
  'campus-gate': campusGate,
  'campus-map': campusMap,
  classroom,
  community,
  dormitory,
  drone,
  exhibition,
  laboratory,
  'lecture-hall': lectureHall,
  library,
  'meeting-room': meetingRoom,
  'night-school': nightSchool,
  railway,
  reading,
  retired,
  road,
  seminar,
  spring,
  sunrise,
  survey,
  'toll-plaza': tollPlaza,
  tunnel,
  village,
  volunteers,
  welding,
  workshop,
}
