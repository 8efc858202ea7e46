package io.exoscout.security;

/**
 * Which addresses are those of the web page. They are no secret: whoever has no key yet
 * has to see the page that asks for it.
 */
@FunctionalInterface
public interface PublicPages {

	/**
	 * Whether a browser shows what stands at an address as a page of ours, or as a part
	 * of one.
	 * @param path the path as it was asked for
	 */
	boolean has(String path);

}
