package constancia.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountsTest {

    static final HttpRegister REGISTER = HttpRegister.shared();

    @Test
    void an_amount_is_kept_to_the_last_cent_as_it_was_written() {
        var action = "/api/actions/" + REGISTER.post("/api/actions", "{'title':'Capacitar','effectiveOn':'2015-01-01'}").is(201).id();
        var amounts = List.of("123456789012345.67", "999999999999999.99", "0.01", "0.10", "503599627370497.5");
        for (var amount : amounts) {
            REGISTER.post(action + "/record-expenditure", "{'amount':" + amount + ",'currency':'USD','description':'Gasto','effectiveOn':'2015-01-01'}").is(200);
        }
        assertThat(REGISTER.get(action).body().get("expenditures").valueStream().map(spent -> spent.get("amount").asString()))
                .containsExactlyInAnyOrder("123456789012345.67", "999999999999999.99", "0.01", "0.10", "503599627370497.50");
    }
}
