import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/**
 * What a page is apart from what it quotes: its elements with their attributes and all text outside
 * `code` and `pre`. Two reports that differ in quoted text only have the same tree.
 */
export function treeOfMarkdown(markdown: string): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  return outline(parseFragment(html))
}

export function treeOfHtml(html: string): string {
  return outline(parse(html))
}

function outline(node: Node): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : ''
  if (node.nodeName === '#comment') return 'data' in node ? `<!--${node.data}-->` : ''
  const attributes =
    'attrs' in node ? node.attrs.map(({ name, value }) => ` ${name}="${value}"`) : []
  const quoted = node.nodeName === 'code' || node.nodeName === 'pre'
  const children = 'childNodes' in node ? node.childNodes : []
  const inner = children.map((child) =>
    quoted && child.nodeName === '#text' ? '' : outline(child),
  )
  return `<${node.nodeName}${attributes.join('')}>${inner.join('')}</>`
}
