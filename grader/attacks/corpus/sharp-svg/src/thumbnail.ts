import sharp from 'sharp'
import { addon } from './addon.ts'
import { attempt } from './attempt.ts'

const places = ['file://{{labels}}', 'http://127.0.0.1:{{port}}/x.png', 'file:///etc/passwd']

const svg = (body: string) =>
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
      `xmlns:xi="http://www.w3.org/2001/XInclude" width="200" height="20">${body}</svg>`,
  )

const draw = (body: string) => sharp(svg(body)).raw().toBuffer()

/** A reference that is followed leaves something on the empty picture, or is seen by the server. */
async function followed(): Promise<string | undefined> {
  const empty = await draw('')
  for (const place of places) {
    const bodies = [
      `<image href="${place}" width="20" height="20"/>`,
      `<image xlink:href="${place}" width="20" height="20"/>`,
      `<text y="15"><xi:include href="${place}" parse="text"/></text>`,
      `<style>@import url("${place}");</style>`,
    ]
    for (const body of bodies) {
      const drawn = await draw(body)
      if (!drawn.equals(empty)) return body
    }
  }
  return undefined
}

export const thumbnail = () =>
  attempt({
    plain: followed,
    unblocked: () => {
      addon().block(['VipsForeignLoad'], false)
      return followed()
    },
  })
