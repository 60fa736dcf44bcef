// The page to read the interface by: every operation with its permission, what goes in, what comes out, how it may refuse.

import { html, raw } from 'hono/html'
import * as z from 'zod/mini'
import type { Operation } from '../../platform/contract/operation.ts'
import type { RefusalKind } from '../../platform/contract/refusal.ts'
import { inLanguage, type Language } from '../../platform/contract/words.ts'

const words = {
  title: { vi: 'Giao diện cho chương trình', en: 'Interface for programs' },
  lead: {
    vi: 'Câu hỏi là GET với tham số phẳng. Lệnh là POST với JSON và Idempotency-Key là một UUID; gửi hai lần vẫn là một lần. Lỗi theo RFC 9457, code là tên của lời từ chối.',
    en: 'A query is a GET with flat parameters. A command is a POST of JSON with an Idempotency-Key that is a UUID; sent twice it is done once. Errors follow RFC 9457, and code names the refusal.',
  },
  document: { vi: 'Tải mô tả OpenAPI 3.1', en: 'Download the OpenAPI 3.1 document' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  contents: { vi: 'Mục lục', en: 'Contents' },
  permission: { vi: 'Quyền', en: 'Permission' },
  name: { vi: 'Tên', en: 'Name' },
  refusals: { vi: 'Lời từ chối', en: 'Refusals' },
  input: { vi: 'Gửi lên', en: 'Input' },
  output: { vi: 'Trả về', en: 'Answer' },
  file: { vi: 'Thân là một tệp, nhiều nhất', en: 'The body is a file of at most' },
} as const

const schemaOf = (shape: z.ZodMiniType, io: 'input' | 'output'): string => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return JSON.stringify(schema, null, 2)
}

/** The whole page; `version` is the product's. */
export function apiPage(operations: readonly Operation[], version: string, language: Language) {
  const w = inLanguage(words, language)
  const other = language === 'vi' ? 'en' : 'vi'
  const modules = [...Map.groupBy(operations, (operation) => operation.name.split('.')[0]!)]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.title} · Bình Yên</title>
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<main class="wrap">
<h1>${w.title} <small>${version}</small></h1>
<p class="lead">${w.lead}</p>
<p><a href="/api/openapi.json">${w.document}</a> · <a href="/api/docs?lang=${other}" hreflang="${other}">${w.other}</a></p>
<nav aria-label="${w.contents}"><ul class="contents">${modules.map(([name]) => html`<li><a href="#${name}">${name}</a></li>`)}</ul></nav>
${modules.map(
  ([name, own]) => html`<section aria-labelledby="${name}"><h2 id="${name}">${name}</h2>
${own.map((operation) => operationOf(operation, language))}</section>`,
)}
</main>
</body>
</html>`
}

function operationOf(operation: Operation, language: Language) {
  const w = inLanguage(words, language)
  const verb = operation.kind === 'query' ? 'GET' : 'POST'
  const bytes = operation.kind === 'command' ? operation.bytes : undefined
  return html`<details class="operation" id="${operation.name}">
<summary><span class="verb">${verb}</span> <code>${operation.path}</code> <h3>${operation.title[language]}</h3></summary>
<div>
<dl>
<dt>${w.name}</dt><dd><code>${operation.name}</code></dd>
<dt>${w.permission}</dt><dd><code>${operation.permission}</code></dd>
${bytes ? html`<dt>${w.file}</dt><dd>${Math.round(bytes / 1024 / 1024)} MB</dd>` : raw('')}
${(operation.refusals ?? []).map((refusal) => refusalOf(refusal, language))}
</dl>
<h4>${w.input}</h4><pre tabindex="0">${schemaOf(operation.input, 'input')}</pre>
<h4>${w.output}</h4><pre tabindex="0">${schemaOf(operation.output, 'output')}</pre>
</div>
</details>
`
}

const refusalOf = (refusal: RefusalKind, language: Language) =>
  html`<dt>${refusal.status}</dt><dd><code>${refusal.code}</code> ${refusal[language]}</dd>`
