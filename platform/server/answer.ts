// What comes back through the door: the declared shape, or text that is ready to send because many ask the same.

export type Answer = { body: unknown; repeated: boolean }
