/** Activation, log-in, a forgotten password, and what a page shows before. */
import type { Core } from '@strapi/types'
import { MIN_CHARACTERS, problemWords } from '../../domain/accounts/password-rules'
import { accountRefusals } from '../../domain/accounts/refusals'
import { consentTexts } from '../../domain/accounts/texts'
import { readEnvironment } from '../../environment'
import { activate } from '../activate'
import { resetPassword } from '../change-password'
import { askForMail } from '../codes/ask-mail'
import { logIn } from '../log-in'
import type { Passwords } from '../passwords'
import { enterWithSecondFactor } from '../second-factor/enter'
import { inputOf, openRoute, type Route } from './add-routes'
import { addressOf, fromOf } from './caller'
import * as input from './input'
import { admit, admitOrAsk } from './pass'
import { signOnNames } from './sign-on'

/** What a page says that was led back with `?problem=`. */
const signOnProblems = Object.fromEntries(
  Object.entries(accountRefusals)
    .filter(([code]) => code.startsWith('SIGN_ON_'))
    .map(([code, { sentence }]) => [code, sentence]),
)

const hasMail = () => Boolean(readEnvironment().SMTP_URL)

export const waysIn = (strapi: Core.Strapi, passwords: Passwords): Route[] => [
  openRoute('GET /texts', async () => ({
    consents: consentTexts,
    password: { minCharacters: MIN_CHARACTERS, problems: problemWords },
    byMail: hasMail(),
    signOn: signOnNames(),
    signOnProblems,
  })),
  openRoute('POST /activation', async (ctx) => {
    const now = new Date()
    const session = await activate(strapi, passwords, inputOf(ctx, input.activation), fromOf(ctx), now)
    return admit(strapi, ctx, session, now)
  }),
  openRoute('POST /activation/mail', async (ctx) => {
    await askForMail(strapi, 'activation', inputOf(ctx, input.mail).number, addressOf(ctx), new Date())
    return {}
  }),
  openRoute('POST /login', async (ctx) => {
    const now = new Date()
    return admitOrAsk(strapi, ctx, await logIn(strapi, passwords, inputOf(ctx, input.login), fromOf(ctx), now), now)
  }),
  openRoute('POST /login/second-factor', async (ctx) => {
    const now = new Date()
    const session = await enterWithSecondFactor(strapi, inputOf(ctx, input.secondFactor), fromOf(ctx), now)
    return admit(strapi, ctx, session, now)
  }),
  openRoute('POST /reset', async (ctx) => {
    const now = new Date()
    const entered = await resetPassword(strapi, passwords, inputOf(ctx, input.reset), fromOf(ctx), now)
    return admitOrAsk(strapi, ctx, entered, now)
  }),
  openRoute('POST /reset/mail', async (ctx) => {
    await askForMail(strapi, 'reset', inputOf(ctx, input.mail).number, addressOf(ctx), new Date())
    return {}
  }),
]
