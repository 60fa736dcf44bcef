// How posts are called on screen and on paper.

import type { Language } from '../../../platform/contract/words.ts'

export type Post = { id: string; title: { vi: string; en: string }; place: string }

/** "Chủ tịch UBND xã Ngọc Thanh", "Trưởng phòng Nội vụ". */
export const postName = (post: Post, language: Language): string =>
  post.place ? `${post.title[language]}${language === 'vi' ? ' ' : ', '}${post.place}` : post.title[language]

/** Whoever spoke: as the minutes write it, or in the reader's language where they write no more than the post. */
export const speakerName = (said: { post: Post | null; speaker: string }, language: Language): string =>
  said.post && said.speaker === postName(said.post, 'vi') ? postName(said.post, language) : said.speaker
