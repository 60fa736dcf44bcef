// What one can do: a button, or a link that looks like one. Main actions are filled, and there is one on a screen.

import './button.css'
import type { ButtonHTMLAttributes, Ref } from 'react'
import { Go } from '../route.tsx'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  icon?: IconName
  iconAfter?: IconName
  main?: boolean
  quiet?: boolean
  danger?: boolean
  small?: boolean
}

function classesOf({ main, quiet, danger, small }: Look, more?: string): string {
  return ['btn', main && 'pri', quiet && 'quiet', danger && 'danger', small && 'sm', more].filter(Boolean).join(' ')
}

export type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean; ref?: Ref<HTMLButtonElement> }

/** `busy` keeps the width, says so to a screen reader, and takes no second press. */
export function Button({
  icon,
  iconAfter,
  main,
  quiet,
  danger,
  small,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classesOf({ main, quiet, danger, small }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  )
}

export type LinkButtonProps = Look & { children?: React.ReactNode; className?: string; label?: string } & (
    | { to: string; href?: undefined; download?: undefined }
    | { href: string; to?: undefined; download?: boolean | string }
  )

/** `to` is a path of the application; `href` is anything else (a download, the public site). */
export function LinkButton({
  icon,
  iconAfter,
  main,
  quiet,
  danger,
  small,
  className,
  label,
  children,
  ...target
}: LinkButtonProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  )
  const classes = classesOf({ main, quiet, danger, small }, className)
  if (target.to !== undefined) {
    return (
      <Go to={target.to} className={classes} aria-label={label}>
        {inside}
      </Go>
    )
  }
  return (
    <a href={target.href} download={target.download} className={classes} aria-label={label}>
      {inside}
    </a>
  )
}

export type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  icon: IconName
  label: string
  /** A count in the corner: what is late or unread. */
  dot?: number
  small?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon, label, dot, small, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={['iconbtn', small && 'sm', className].filter(Boolean).join(' ')}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
      {dot ? <span className="dot">{dot > 99 ? '99+' : dot}</span> : null}
    </button>
  )
}
