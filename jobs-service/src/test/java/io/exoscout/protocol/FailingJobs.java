package io.exoscout.protocol;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.exoscout.job.Jobs;

import org.springframework.beans.factory.config.BeanPostProcessor;

/** Fails once in each call to {@link Jobs} that a test names. */
class FailingJobs implements BeanPostProcessor {

	/** What comes of the next call, by name of the method. */
	final Map<String, Throwable> failures = new ConcurrentHashMap<>();

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof Jobs)) {
			return bean;
		}
		return Proxy.newProxyInstance(Jobs.class.getClassLoader(), new Class<?>[] { Jobs.class },
				(proxy, method, arguments) -> call(bean, method, arguments));
	}

	private Object call(Object jobs, Method method, Object[] arguments) throws Throwable {
		Throwable failure = this.failures.remove(method.getName());
		if (failure != null) {
			throw failure;
		}
		try {
			return method.invoke(jobs, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
