package io.exoscout.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import io.exoscout.security.PublicPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Puts the page where browsers look for it. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration {

	@Bean
	PageFiles pageFiles() {
		return PageFiles.bundled();
	}

	@Bean
	PageHandler pageHandler(PageFiles files) {
		return new PageHandler(files);
	}

	@Bean
	IndexController indexController(PageHandler page) {
		return new IndexController(page);
	}

	@Bean
	PublicPages publicPages(PageFiles files) {
		return (path) -> path.equals("/") || files.at(path) != null || files.at(path + "/") != null;
	}

	/** Behind the controllers: {@code /} is the index of programs, too. */
	@Bean
	HandlerMapping pageMapping(PageFiles files, PageHandler handler) {
		Map<String, PageHandler> handlers = new HashMap<>();
		files.paths().stream().filter((path) -> !path.equals("/")).forEach((path) -> {
			handlers.put(path, handler);
			if (path.endsWith("/")) {
				handlers.put(path.substring(0, path.length() - 1), handler);
			}
		});
		return new SimpleUrlHandlerMapping(handlers, 1);
	}

	/** Before the problem advice, which answers programs. */
	@Bean
	HandlerExceptionResolver missingPage(PageHandler handler) {
		return new MissingPage(handler);
	}

	/**
	 * Answers a browser that asks for what there is not.
	 *
	 * @param handler who has the page for that
	 */
	record MissingPage(PageHandler handler) implements HandlerExceptionResolver, Ordered {

		@Override
		public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
				@Nullable Object handling, Exception exception) {
			try {
				boolean answered = exception instanceof NoResourceFoundException
						&& this.handler.missing(request, response);
				return answered ? new ModelAndView() : null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public int getOrder() {
			return -1;
		}

	}

}
